import type { CapacitorConfig } from "@capacitor/cli";

const config: CapacitorConfig = {
	appId: "io.example.tasks",
	appName: "Tasks",
	webDir: "dist/tasks/browser",
};

export default config;
