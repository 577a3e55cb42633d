/** @type {import('@capacitor/cli').CapacitorConfig} */
const config = {
  'appId': 'io.example.phone',
  'webDir': 'www'
}

module.exports = config
