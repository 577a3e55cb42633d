module.exports = { appId: 'io.example.guests', appName: 'guests', webDir: `dist/guests/browser` }
