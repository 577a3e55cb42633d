import type { CapacitorConfig } from "@capacitor/cli";

const config: CapacitorConfig = {
	appId: "io.example.tasks",
	appName: "Tasks",
	webDir: "dist/tasks/browser",
	plugins: {
		CapacitorIdentityVault: {
			authOrigins: ["https://login.example.com", "https://tokens.example.com"],
		},
	},
};

export default config;
