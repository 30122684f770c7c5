export default {
  'not-found': {
    title: 'Page not found',
    text: 'This address leads nowhere. It may be misspelt, or the page no longer exists.',
  },
  forbidden: {
    title: 'You cannot open this page',
    text: 'Your account does not allow this page. If you think that is a mistake, talk to the person who invited you.',
  },
  'sign-in': {
    title: 'Sign in first',
    text: 'Your session has ended. Sign in, then try again: nothing was changed.',
  },
  gone: {
    title: 'This is no longer open',
    text: 'It was filled or closed, or its date has passed. Other opportunities are waiting for you.',
  },
  stale: {
    title: 'Somebody changed this before you',
    text: 'Nothing was overwritten. Open the page again to see the new version, then make your change again.',
  },
  conflict: {
    title: 'This is no longer possible',
    text: 'Things have changed in the meantime. Open the page again to see where they stand.',
  },
  'too-many': {
    title: 'Too many tries in a short time',
    text: 'Wait a few minutes, then try again. Nothing is lost.',
  },
  'too-large': {
    title: 'This is too big',
    text: 'What you sent is over 1 MB, or 20 MB for a list of companies. Shorten the text or choose a smaller file.',
  },
  invalid: {
    title: 'This request is not valid',
    text: 'Something in it is not possible. Nothing was changed. Open the page again and retry.',
  },
  resting: {
    title: 'Search is resting for a moment',
    text: 'It will be back soon, by itself. Everything that was saved is safe, and you can go on with the rest: profile, opportunities, answers.',
  },
  unexpected: {
    title: 'A fault on our side',
    text: 'Nothing that was saved is lost. Try again in a moment. If it goes on, tell us this number:',
  },
  again: 'Try again',
  home: 'Go to the home page',
  opportunities: 'See the opportunities',
}
