export default {
  contents: 'On this page',
  retention: 'What is recorded, and until when',
  version: 'Version {{version}}, published on',
  body: {
    title: 'The certification body',
    none: 'No address has been given yet',
    noneText:
      'Whoever runs this installation has not set an address. Ask your institution, or the people at the venue.',
  },
} as const;
