module.exports = { appId: 'io.example.phone', webDir: 'www' }
