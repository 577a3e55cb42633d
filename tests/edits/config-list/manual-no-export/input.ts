const config = { appId: 'x' };
