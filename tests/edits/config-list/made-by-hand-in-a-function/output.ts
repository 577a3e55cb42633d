export default (() => ({ appId: 'x', plugins: { CapacitorIdentityVault: { authOrigins: ['https://login.example.com'] } } }))();
