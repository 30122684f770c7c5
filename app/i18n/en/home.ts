export default {
  title: 'Your skills, and the companies that need them',
  intro:
    'Passerelle brings together people with know-how and companies that hire, near you. It is free.',
  description:
    'Jobs, internships and apprenticeships: describe your skills and see the opportunities that match, with the reasons.',
  searchLabel: 'Occupation, skill or place',
  searchButton: 'See opportunities',
  paths: 'What would you like to do?',
  work: {
    title: 'I am looking for a job or an internship',
    text: 'Describe what you can do, step by step. Matching opportunities come with their reasons. Your name stays hidden until you agree to share it.',
    action: 'Create my profile',
    mine: 'See my matches',
  },
  hire: {
    title: 'I am hiring',
    text: 'Post a job, an internship or an apprenticeship in minutes. See the profiles that fit, and why.',
    action: 'Register my company',
    mine: 'Open my opportunities',
  },
  chamber: {
    title: 'Chamber of commerce',
    text: 'Onboard and verify the companies of your area, and know whom they need.',
    action: 'Open my desk',
  },
  counsellor: {
    title: 'Counsellor',
    text: 'Enter a profile with somebody who cannot do it alone. The person confirms with a code.',
    action: 'Open my desk',
  },
  how: {
    title: 'How it works',
    describe: {
      title: 'Say what you can do',
      text: 'In small steps, on a phone. Each is saved at once.',
    },
    see: {
      title: 'See what matches',
      text: 'Each opportunity says how many skills are there, which are missing, and how far it is.',
    },
    decide: {
      title: 'Decide for yourself',
      text: 'A machine ranks, a person decides. You choose who may know who you are.',
    },
  },
  newest: 'Newest opportunities',
  allOpportunities: 'All opportunities',
}
