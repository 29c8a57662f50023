throw new Error('no configuration for the contract');
