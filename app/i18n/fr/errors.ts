export default {
  'not-found': {
    title: 'Page introuvable',
    text: 'Cette adresse ne mène à rien. Elle est peut-être mal écrite, ou la page n’existe plus.',
  },
  forbidden: {
    title: 'Vous n’avez pas accès à cette page',
    text: 'Votre compte ne permet pas de voir cette page. Si vous pensez que c’est une erreur, parlez-en à la personne qui vous a invité.',
  },
  'sign-in': {
    title: 'Connectez-vous d’abord',
    text: 'Votre session est terminée. Connectez-vous, puis recommencez : rien n’a été changé.',
  },
  gone: {
    title: 'Cette offre n’est plus ouverte',
    text: 'Elle a été pourvue, fermée, ou sa date est passée. D’autres offres vous attendent.',
  },
  stale: {
    title: 'Quelqu’un a changé ces données avant vous',
    text: 'Rien n’a été écrasé. Rouvrez la page pour voir la nouvelle version, puis refaites votre changement.',
  },
  conflict: {
    title: 'Cela n’est plus possible',
    text: 'L’état a changé entre-temps. Rouvrez la page pour voir où en sont les choses.',
  },
  'too-many': {
    title: 'Trop d’essais en peu de temps',
    text: 'Attendez quelques minutes, puis recommencez. Rien n’est perdu.',
  },
  'too-large': {
    title: 'C’est trop gros',
    text: 'L’envoi dépasse 1 Mo, ou 20 Mo pour une liste d’entreprises. Raccourcissez le texte ou choisissez un fichier plus petit.',
  },
  invalid: {
    title: 'Cette demande n’est pas valable',
    text: 'Quelque chose dans l’envoi n’est pas possible. Rien n’a été changé. Rouvrez la page et recommencez.',
  },
  resting: {
    title: 'La recherche se repose un instant',
    text: 'Elle revient bientôt, d’elle-même. Tout ce qui est enregistré est en sécurité et vous pouvez continuer le reste : profil, offres, réponses.',
  },
  unexpected: {
    title: 'Une erreur de notre côté',
    text: 'Rien de ce qui était enregistré n’est perdu. Réessayez dans un moment. Si cela continue, donnez-nous ce numéro :',
  },
  again: 'Réessayer',
  home: 'Aller à l’accueil',
  opportunities: 'Voir les offres',
}
