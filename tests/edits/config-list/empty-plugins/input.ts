export default {
  appId: 'x',
  plugins: {},
};
