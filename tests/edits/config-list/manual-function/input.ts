export default (() => ({ appId: 'x' }))();
