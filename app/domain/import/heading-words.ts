import type { PlainField } from './import.ts'

// How lists of companies name their columns, folded: small letters without accents, Arabic in its
// plain form, words parted by one space. Written from what such lists look like in the countries we
// have packs for; the longest wording that fits counts.

const apart = (texts: Readonly<Record<string, string>>): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.split(', ')]))

const ofFields: Readonly<Record<PlainField, string>> = {
  legalName:
    'raison sociale, raison social, rs, denomination, denomination sociale, nom legal, ' +
    'nom de l entreprise, nom de la societe, nom entreprise, nom societe, ' +
    'nom de l etablissement, nom de l operateur, entreprise, entreprises, societe, societes, ' +
    'operateur economique, nom ou raison sociale, nom et raison sociale, nom raison sociale, ' +
    'nom, employeur, membre, adherent, nom de l adherent, structure, nom de la structure, ' +
    'organisme, company, company name, name, legal name, registered name, business name, firm, ' +
    'enterprise, employer, organisation, organization, member, اسم الشركه, الشركه, ' +
    'اسم المؤسسه, المؤسسه, الاسم القانوني, الاسم الاجتماعي, العنوان الاجتماعي للشركه, ' +
    'تسميه الشركه, التسميه, الاسم, اسم المقاوله, المقاوله, التسميه الاجتماعيه',
  tradeName:
    'nom commercial, enseigne, enseigne commerciale, sigle, marque, appellation, ' +
    'appellation commerciale, denomination commerciale, nom d usage, acronyme, trade name, ' +
    'trading name, trading as, brand, dba, short name, acronym, الاسم التجاري, ' +
    'العلامه التجاريه, الشعار, الاسم المختصر',
  sector:
    'secteur, secteur d activite, secteur activite, secteurs, activite, activites, ' +
    'activite principale, domaine, domaine d activite, branche, branche d activite, ' +
    'nature de l activite, objet social, objet, metier, filiere, type d activite, ' +
    'code activite, code naema, naema, citi, code ape, nat activite, secteur eco, sector, ' +
    'industry, activity, main activity, business sector, line of business, isic, ' +
    'nature of business, field of activity, business activity, القطاع, النشاط, قطاع النشاط, ' +
    'مجال النشاط, نوع النشاط, النشاط الرئيسي, الفرع, المجال',
  place:
    'ville, commune, ville commune, commune ville, localite, lieu, localisation, siege, ' +
    'siege social, ville siege, implantation, lieu d implantation, situation geographique, ' +
    'zone, sous prefecture, quartier commune, commune quartier, delegation, municipalite, ' +
    'place, lieu d exploitation, town, city, location, municipality, locality, city town, ' +
    'town city, hq, headquarters, المدينه, البلديه, المعتمديه, المكان, الموقع, المقر, ' +
    'المقر الاجتماعي, الجماعه',
  admin1:
    'region, district, gouvernorat, province, departement, wilaya, region administrative, ' +
    'governorate, state, county, prefecture, الولايه, الجهه, المنطقه, المحافظه, الاقليم, ' +
    'المقاطعه',
  address:
    'adresse, adresse geographique, adresse physique, adresse complete, adresse du siege, rue, ' +
    'situation, quartier, boite postale, bp, adresse postale, adr, lot, ilot, ' +
    'zone industrielle, rue et numero, address, street, street address, postal address, ' +
    'po box, district quarter, العنوان, الشارع, الحي, صندوق البريد, العنوان البريدي',
  phone:
    'telephone, tel, tel fixe, fixe, telephone fixe, tel 1, tel 2, tel 3, telephone 1, ' +
    'telephone 2, portable, mobile, cellulaire, cel, cell, gsm, contact telephonique, ' +
    'contacts, contact, numero, numero de telephone, n telephone, n tel, n de telephone, ' +
    'whatsapp, standard, tel cel, tel entreprise, numeros, phones, contacts telephoniques, ' +
    'tel mobile, phone, phone number, telephone number, mobile phone, phone 1, phone 2, ' +
    'landline, mobile number, الهاتف, رقم الهاتف, هاتف, الجوال, المحمول, هاتف قار, هاتف جوال, ' +
    'الهاتف القار, رقم الجوال, هاتف 2, الهاتف 2',
  email:
    'email, e mail, mail, courriel, adresse mail, adresse email, adresse e mail, ' +
    'adresse electronique, mel, email entreprise, emails, adresse courriel, email address, ' +
    'e mail address, electronic mail, البريد الالكتروني, بريد الكتروني, الايميل, ايميل, البريد',
  website:
    'site web, site internet, site, url, web, page web, lien, siteweb, www, website, web site, ' +
    'homepage, web page, web address, الموقع الالكتروني, موقع الويب, موقع الكتروني, ' +
    'الموقع على الانترنت, الرابط',
  size:
    'effectif, effectifs, nombre d employes, nombre employes, nbre employes, nb employes, ' +
    'nbre d employes, nbre salaries, nb salaries, nombre de salaries, nbre de salaries, ' +
    'salaries, employes, personnel, taille, taille de l entreprise, tranche d effectif, ' +
    'tranche effectif, effectif total, effectif permanent, nombre de travailleurs, emplois, ' +
    'nbre d emplois, nombre d emplois, effectif salarie, nb d employes, nbre de travailleurs, ' +
    'nb emplois, headcount, employees, number of employees, no of employees, staff, size, ' +
    'size band, workforce, staff size, company size, عدد العمال, عدد الموظفين, عدد الاجراء, ' +
    'عدد المستخدمين, حجم المؤسسه, اليد العامله, عدد الشغالين, الحجم',
  foundedYear:
    'annee de creation, annee creation, date de creation, date creation, cree en, creation, ' +
    'creee en, annee, annee de fondation, date d immatriculation, date de constitution, ' +
    'debut d activite, founded, year founded, founding year, year of creation, established, ' +
    'year established, date established, year, incorporation date, date of incorporation, ' +
    'date founded, سنه التاسيس, تاريخ التاسيس, سنه الاحداث, تاريخ الاحداث, سنه الانشاء, ' +
    'تاريخ الانشاء',
  capitalOrigin:
    'origine du capital, origine des capitaux, nationalite, nationalite du capital, ' +
    'pays d origine, pays, capital etranger, origine capital, nationalite de l entreprise, ' +
    'pays d origine du capital, participation etrangere, nationalite des capitaux, ' +
    'pays investisseur, capital origin, origin of capital, country of origin, nationality, ' +
    'foreign capital, country, اصل راس المال, مصدر راس المال, بلد المنشا, الجنسيه, ' +
    'جنسيه راس المال, البلد',
  roles:
    'role, roles, type de partenariat, partenariat, engagement, roles possibles, ' +
    'peut accueillir, types d engagement, roles offered, partnership, can offer, ' +
    'partnership type, الدور, الادوار, نوع الشراكه',
  description:
    'description, presentation, observations, observation, remarques, remarque, commentaire, ' +
    'commentaires, notes, produits, produits et services, details, ' +
    'presentation de l entreprise, produits services, remarks, comments, about, products, ' +
    'products and services, note, الوصف, ملاحظات, تعريف, المنتجات, المنتوجات, تقديم',
  contactName:
    'nom du contact, personne a contacter, personne de contact, contact nom, interlocuteur, ' +
    'responsable, dirigeant, nom du responsable, nom du dirigeant, gerant, nom du gerant, ' +
    'directeur, directeur general, dg, pdg, representant, representant legal, nom et prenoms, ' +
    'nom et prenom, nom prenom, promoteur, point focal, nom et prenoms du responsable, ' +
    'nom du dg, premier responsable, nom contact, nom du promoteur, contact person, ' +
    'contact name, manager, director, owner, ceo, focal point, representative, ' +
    'managing director, المسؤول, جهه الاتصال, اسم المسؤول, المدير, الممثل القانوني, ' +
    'اسم المدير, الشخص المتصل به, الاسم واللقب, الوكيل, المسير, شخص الاتصال',
  contactPosition:
    'fonction, fonction du contact, poste, titre, qualite, fonction du responsable, ' +
    'qualite du contact, poste occupe, position, job title, title, function, contact position, ' +
    'الوظيفه, الصفه, المنصب, الخطه',
  contactPhone:
    'telephone du contact, tel contact, tel du contact, contact tel, tel responsable, tel dg, ' +
    'telephone du responsable, tel du responsable, portable du responsable, cel responsable, ' +
    'tel dirigeant, mobile du contact, numero du responsable, tel gerant, tel du gerant, ' +
    'contact du responsable, contact phone, manager phone, contact mobile, contact telephone, ' +
    'هاتف المسؤول, هاتف المدير, رقم هاتف المسؤول, هاتف جهه الاتصال',
  contactEmail:
    'email du contact, mail du contact, email contact, mail contact, email responsable, ' +
    'email du responsable, mail du responsable, courriel du contact, email dirigeant, ' +
    'email dg, mail dg, email du gerant, contact email, contact e mail, manager email, ' +
    'بريد المسؤول, البريد الالكتروني للمسؤول, ايميل المسؤول, بريد المدير',
}

/** What the product's own template calls the columns that lists call otherwise. */
const ofTemplate: Readonly<Partial<Record<PlainField, string>>> = {
  place: 'ville commune ou quartier, town commune or quarter, المدينة أو البلدية أو الحي',
  admin1: 'région ou district, region or district, الجهة أو المقاطعة',
  tradeName: 'nom commercial sigle, trade name acronym, الاسم التجاري أو المختصر',
  phone: 'téléphone de l’entreprise, phone of the company, هاتف الشركة',
  email: 'e-mail de l’entreprise, e-mail of the company, بريد الشركة الإلكتروني',
  size: 'effectif ou tranche, headcount or size band, عدد العاملين أو الفئة',
  roles: 'ce que l’entreprise propose, what the company offers, ما تقدمه الشركة',
  description: 'description observations, description remarks, وصف أو ملاحظات',
  contactName: 'personne à contacter, person to contact, الشخص الذي يُتصل به',
  contactPosition: 'fonction de cette personne, position of that person, وظيفة هذا الشخص',
  contactPhone: 'téléphone de cette personne, phone of that person, هاتف هذا الشخص',
  contactEmail: 'e-mail de cette personne, e-mail of that person, بريد هذا الشخص الإلكتروني',
}

const fields = Object.entries(ofFields)

/** Wordings of each field. */
export const headingWords = apart(
  Object.fromEntries(
    fields.map(([field, text]) => {
      const own = ofTemplate[field as PlainField]
      return [field, own ? `${text}, ${own}` : text]
    }),
  ),
)

/** Wordings of the countries' identifiers, by scheme. */
export const identifierWords = apart({
  rccm:
    'rccm, registre de commerce, registre du commerce, rc, n rc, numero rc, n registre, ' +
    'trade register, trade register number, n registre de commerce, immatriculation, ' +
    'السجل التجاري, رقم السجل التجاري',
  ncc:
    'ncc, compte contribuable, cc, n cc, compte contrib, contribuable, numero contribuable, ' +
    'tax account, tax account number, taxpayer number, tax id, dfe, الحساب الجبائي, ' +
    'رقم الحساب الجبائي, المعرف الجبائي',
  idu:
    'idu, identifiant unique, unique identifier, unique company number, المعرف الموحد, ' +
    'المعرف الوحيد',
  'matricule-fiscal':
    'matricule fiscal, matricule fiscale, mf, mat fiscal, identifiant fiscal, code tva, ' +
    'tax id, tax identification number, tax number, المعرف الجبائي, المعرف الجبايي, ' +
    'المعرف الجبائى, رقم المعرف الجبائي',
  ninea: 'ninea, n ninea, numero ninea, tax id, رقم النينيا',
  ice:
    'ice, identifiant commun, identifiant commun de l entreprise, n ice, numero ice, ' +
    'التعريف الموحد, التعريف الموحد للمقاوله, المعرف الموحد للمقاوله',
})

/** Columns that say nothing of a company: a running number, a signature, a date of entry. */
export const idleHeadings: ReadonlySet<string> = new Set(
  (
    'n, no, num, n ordre, numero d ordre, ordre, id, code, #, date, signature, emargement, ' +
    'agent, saisi par, rang, ligne, horodateur, timestamp, date de saisie, الرقم, رقم, ع ر, ' +
    'التاريخ, الامضاء, fax, telecopie, فاكس, الفاكس, capital, capital social, راس المال, ' +
    'probleme, problemes, problem, المشكله, forme juridique, legal form, الشكل القانوني'
  ).split(', '),
)
