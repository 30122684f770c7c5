import { expect, test } from 'vitest'
import type { OpportunityView } from '#app/domain/opportunity/opportunity-view.ts'
import { jobPosting, scriptJson } from './job-posting.ts'

const view: OpportunityView = {
  id: '0190b5a0-0000-7000-8000-000000000001',
  status: 'published',
  country: 'CI',
  kind: 'internship',
  title: 'Soudeur </script><script>alert(1)</script>',
  description: 'Deux lignes\n<b>& fin</b>',
  contract: 'CDD',
  contractId: 'cdd',
  posts: 2,
  company: {
    name: 'Métal Abidjan',
    legalName: 'Métal Abidjan SARL',
    sector: 'Métallurgie',
    sizeBand: null,
    verified: true,
    description: null,
    website: null,
  },
  place: {
    id: 'abidjan',
    name: 'Abidjan',
    admin1: 'CI-AB',
    admin1Name: 'Abidjan',
    lat: 5.3,
    lng: -4,
  },
  site: null,
  remote: false,
  occupation: { uri: 'o', label: 'soudeur' },
  essentialSkills: [{ uri: 's', label: 'souder' }],
  usefulSkills: [],
  languages: [],
  education: null,
  experienceMonths: 24,
  licences: [],
  pay: { min: 150_000, max: 200_000, currency: 'XOF', period: 'month' },
  startDate: null,
  endDate: null,
  deadline: '2026-12-31',
  publishedAt: '2026-11-02T08:00:00.000Z',
  closedAt: null,
  updatedAt: '2026-11-02T08:00:00.000Z',
}

test('a posting says what the page says, and leaves out what is not known', () => {
  const posting = jobPosting(view, 'https://x.test/fr/opportunities/1')
  expect(posting).toMatchObject({
    '@type': 'JobPosting',
    datePosted: '2026-11-02',
    validThrough: '2026-12-31T23:59:59Z',
    employmentType: 'INTERN',
    description: 'Deux lignes<br>&lt;b&gt;&amp; fin&lt;/b&gt;',
    baseSalary: {
      currency: 'XOF',
      value: { minValue: 150_000, maxValue: 200_000, unitText: 'MONTH' },
    },
    totalJobOpenings: 2,
  })
  expect(posting).not.toHaveProperty('jobLocationType')
  expect(posting).not.toHaveProperty('jobStartDate')
})

test('no text can leave its script element', () => {
  const json = scriptJson(jobPosting(view, 'https://x.test/?a=1&b=2'))
  expect(json).not.toMatch(/[<>&]/)
  expect(JSON.parse(json)).toMatchObject({ title: view.title })
})
