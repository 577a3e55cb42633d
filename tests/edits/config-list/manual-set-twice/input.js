module.exports = { appId: 'x' };
if (process.env.B) module.exports = { appId: 'y' };
