/** The package the vault is installed from; a release of it goes with each of ours. */
export const pluginPackage = 'capacitor-identity-vault';
