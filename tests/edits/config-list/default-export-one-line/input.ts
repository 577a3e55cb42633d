export default { appId: "x", appName: "app", webDir: "www" };
