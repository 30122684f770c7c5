export default {
  about: {
    title: 'À propos de Passerelle',
    intro:
      'Un service public et gratuit, entre des personnes qui ont un savoir-faire et des entreprises qui en ont besoin.',
    who: 'Pour qui ?',
    whoText:
      'Pour toute personne qui cherche un emploi, un stage ou un apprentissage dans le pays, et pour les entreprises qui recrutent. Tout le monde a les mêmes droits ici.',
    matching: 'Comment les correspondances sont calculées',
    matchingText:
      'Un programme compare ce que l’offre demande avec ce que le profil apporte : les compétences d’abord, puis le métier, les langues, l’expérience, le niveau d’études, la distance, la date et la rémunération. Chaque résultat montre son calcul. Le sexe, l’âge et le parcours de vie n’y entrent jamais.',
    human: 'Une personne décide',
    humanText:
      'Le programme classe, il ne refuse personne. Une entreprise choisit elle-même qui elle invite. Vous pouvez demander qu’une personne revoie un classement.',
  },
  data: {
    title: 'Données et licences',
    esco: 'Métiers et compétences',
    escoText:
      'Ce service utilise la classification ESCO de la Commission européenne. Les libellés du vocabulaire de base sont les nôtres.',
    places: 'Lieux',
    placesText: 'Lieux : GeoNames, CC BY 4.0. Coordonnées et unités réduites et corrigées.',
    outlines: 'Contours de la carte',
    outlinesText:
      'Made with Natural Earth (domaine public), simplifié. Un site peut les remplacer par les contours officiels de son pays.',
    sectors: 'Secteurs',
    sectorsText:
      'Les codes de secteur sont ceux de la CITI Rév. 4 (Nations unies), avec nos libellés.',
  },
  verified: {
    title: 'Entreprise vérifiée',
    intro: 'Ce que veut dire ce badge à côté du nom d’une entreprise.',
    seen: 'Quelqu’un a vu',
    seenText:
      'Une personne de la chambre de commerce a vu une preuve que l’entreprise existe : un extrait du registre, un bureau, un atelier. Elle a noté ce qu’elle a vu et quand.',
    year: 'Pour un an',
    yearText:
      'La vérification vaut un an, sauf autre date. Si personne ne la renouvelle, le badge disparaît de lui-même.',
    not: 'Ce que le badge ne dit pas',
    notText:
      'Il ne dit rien de la qualité de l’entreprise, de ses salaires ou de ses promesses. Une entreprise sans badge n’est pas suspecte : personne n’y est encore allé.',
    doubt: 'Un doute ?',
    doubtText:
      'Ne payez jamais pour un emploi ou un stage. Si quelque chose vous semble faux, parlez-en à la chambre de commerce.',
  },
  privacy: {
    title: 'Vie privée',
    intro: 'Vos données servent à vous rapprocher d’un emploi. À rien d’autre.',
    hidden: 'Votre nom reste caché',
    hiddenText:
      'Votre nom, votre date de naissance, votre téléphone et votre adresse e-mail sont gardés à part. Ils ne sont ni dans la recherche, ni dans les correspondances. Une entreprise voit un code et des compétences.',
    consent: 'Rien sans votre accord',
    consentText:
      'Une entreprise ne peut savoir qui vous êtes que si vous l’acceptez, pour elle seule, et jusqu’à ce que vous changiez d’avis.',
    feedback: 'Ce que l’on masque',
    feedbackText:
      'Quand une correspondance est masquée, la raison et le résultat affiché sont notés pour vérifier nos calculs : aucun score ne change, seule la personne qui a masqué (ou son équipe, dans une entreprise) voit cette liste, et nous n’en lisons que des totaux. Supprimer le profil efface aussi ces notes.',
    contacts: 'Les contacts des entreprises',
    contactsText:
      'La chambre de commerce note qui joindre dans une entreprise, et si cette personne est d’accord. Si elle refuse, ses coordonnées sont effacées. Les lignes d’une liste chargée sont effacées après 30 jours, une liste abandonnée après 90. Sur la carte, moins de cinq personnes se lit toujours « moins de 5 », et les autres nombres de personnes sont arrondis avec un peu de hasard.',
    rights: 'Vos droits',
    rightsText:
      'Vous pouvez voir, corriger et supprimer votre profil à tout moment, depuis la page « Mon profil ».',
    law: 'La loi',
    lawText: 'Ce service suit cette loi : {{law}}. Autorité : {{authority}}.',
    adults: 'Pour les adultes',
    adultsText:
      'Ce service s’adresse aux personnes de 18 ans et plus. Une personne mineure trouve de l’aide ici : {{name}}, {{phone}}.',
  },
}
