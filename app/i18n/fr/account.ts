export default {
  codeSubject: 'Votre code Passerelle',
  codeBody:
    'Votre code Passerelle est {{code}}. Il vaut 10 minutes. Ne le donnez à personne : nous ne le demandons jamais par téléphone.',
}
