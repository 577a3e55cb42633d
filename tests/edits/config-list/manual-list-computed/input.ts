export default { plugins: { CapacitorIdentityVault: { authOrigins: origins() } } };
