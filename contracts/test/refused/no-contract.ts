export const contract = { service: 'plain', methods: {} };
