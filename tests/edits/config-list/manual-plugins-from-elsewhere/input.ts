import { plugins } from './plugins';

export default {
  appId: 'x',
  plugins,
};
