/** @type {import('@capacitor/cli').CapacitorConfig} */
const config = {
  'appId': 'io.example.phone',
  'webDir': 'www',
  'plugins': {
    'CapacitorIdentityVault': {
      'authOrigins': ['https://login.example.com']
    }
  }
}

module.exports = config
