export const contract = {
  service: 'syntax'
  methods: {},
};
