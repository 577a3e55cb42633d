export const environment = {
	production: true,
	api: {
		url: "https://api.example.com"
	},
	identityVault: {
		loginUrl: "https://api.example.com/login",
		apiOrigins: ["https://api.example.com"]
	}
}
