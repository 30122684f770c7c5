export default {
  about: {
    title: 'About Passerelle',
    intro: 'A free public service between people with know-how and companies that need it.',
    who: 'For whom?',
    whoText:
      'For everyone who looks for a job, an internship or an apprenticeship in the country, and for companies that hire. Everybody has the same rights here.',
    matching: 'How matches are computed',
    matchingText:
      'A program compares what an opportunity asks with what a profile brings: skills first, then occupation, languages, experience, education, distance, date and pay. Each result shows its sum. Sex, age and life story never enter it.',
    human: 'A person decides',
    humanText:
      'The program ranks; it turns nobody down. A company chooses whom it invites. You may ask a person to look at a ranking again.',
  },
  data: {
    title: 'Data and licences',
    esco: 'Occupations and skills',
    escoText:
      'This service uses the ESCO classification of the European Commission. The words of the built-in vocabulary are our own.',
    places: 'Places',
    placesText: 'Places: GeoNames, CC BY 4.0. Coordinates and units reduced and corrected.',
    outlines: 'Outlines of the map',
    outlinesText:
      'Made with Natural Earth (public domain), simplified. A site may put its country’s official outlines in their place.',
    sectors: 'Sectors',
    sectorsText: 'Sector codes are those of ISIC Rev.4 (United Nations), with our own words.',
  },
  verified: {
    title: 'Verified company',
    intro: 'What this badge beside a company’s name means.',
    seen: 'Somebody has looked',
    seenText:
      'A person from the chamber of commerce has seen proof that the company exists: an extract from the register, an office, a workshop. They wrote down what they saw and when.',
    year: 'For one year',
    yearText:
      'A verification holds for a year, unless another date is set. If nobody renews it, the badge disappears by itself.',
    not: 'What the badge does not say',
    notText:
      'It says nothing of how good the company is, what it pays or whether it keeps promises. A company without the badge is not suspicious: nobody has been there yet.',
    doubt: 'In doubt?',
    doubtText:
      'Never pay for a job or an internship. If something seems wrong, tell the chamber of commerce.',
  },
  privacy: {
    title: 'Privacy',
    intro: 'Your data serve to bring you closer to work. Nothing else.',
    hidden: 'Your name stays hidden',
    hiddenText:
      'Your name, birth date, telephone and e-mail address are kept apart. They are neither in the search nor in the matches. A company sees a code and skills.',
    consent: 'Nothing without your agreement',
    consentText:
      'A company can know who you are only if you agree, for that company alone, and until you change your mind.',
    feedback: 'What is hidden from a list',
    feedbackText:
      'When somebody hides a match, the reason and the result shown are noted to check how we compute: no score ever changes, only the person who hid it (or their team, in a company) sees that list, and we read nothing of it but totals. Deleting the profile erases these notes too.',
    contacts: 'People to contact in companies',
    contactsText:
      'The chamber of commerce notes whom to contact in a company, and whether that person agrees. Who refuses has their details deleted. Rows of a loaded list are deleted after 30 days, an abandoned list after 90. On the map, fewer than five people always reads “fewer than 5”, and other numbers of people are rounded with a little chance.',
    rights: 'Your rights',
    rightsText:
      'You can see, correct and delete your profile at any time, from the page “My profile”.',
    law: 'The law',
    lawText: 'This service follows this law: {{law}}. Authority: {{authority}}.',
    adults: 'For adults',
    adultsText:
      'This service is for people of 18 and over. A minor finds help here: {{name}}, {{phone}}.',
  },
}
