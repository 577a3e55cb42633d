export default { appId: "io.example.app", appName: "app", webDir: "dist/browser" };
