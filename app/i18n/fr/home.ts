export default {
  title: 'Vos compétences, des entreprises qui en ont besoin',
  intro:
    'Passerelle rapproche les personnes qui ont un savoir-faire et les entreprises qui recrutent, près de chez vous. Le service est gratuit.',
  description:
    'Emplois, stages et apprentissages : décrivez vos compétences et voyez les offres qui vous correspondent, avec les raisons.',
  searchLabel: 'Métier, compétence ou lieu',
  searchButton: 'Voir les offres',
  paths: 'Que voulez-vous faire ?',
  work: {
    title: 'Je cherche un emploi ou un stage',
    text: 'Décrivez ce que vous savez faire, étape par étape. Les offres qui vous correspondent arrivent avec leurs raisons. Votre nom reste caché tant que vous ne l’accordez pas.',
    action: 'Créer mon profil',
    mine: 'Voir mes correspondances',
  },
  hire: {
    title: 'Je recrute',
    text: 'Publiez un emploi, un stage ou un apprentissage en quelques minutes. Voyez les profils qui conviennent, et pourquoi.',
    action: 'Inscrire mon entreprise',
    mine: 'Ouvrir mes offres',
  },
  chamber: {
    title: 'Chambre de commerce',
    text: 'Inscrivez et vérifiez les entreprises de votre territoire, et sachez de qui elles ont besoin.',
    action: 'Ouvrir mon espace',
  },
  counsellor: {
    title: 'Conseillère ou conseiller',
    text: 'Saisissez un profil avec une personne qui ne peut pas le faire seule. Elle confirme par un code.',
    action: 'Ouvrir mon espace',
  },
  how: {
    title: 'Comment cela marche',
    describe: {
      title: 'Dire ce que l’on sait faire',
      text: 'En petites étapes, sur un téléphone. Chacune est enregistrée aussitôt.',
    },
    see: {
      title: 'Voir ce qui correspond',
      text: 'Chaque offre dit combien de compétences sont là, lesquelles manquent, et à quelle distance.',
    },
    decide: {
      title: 'Décider soi-même',
      text: 'Une machine classe, une personne décide. Vous choisissez qui peut savoir qui vous êtes.',
    },
  },
  newest: 'Dernières offres',
  allOpportunities: 'Toutes les offres',
}
