export const environment = {
	production: true,
	api: {
		url: "https://api.example.com"
	}
}
