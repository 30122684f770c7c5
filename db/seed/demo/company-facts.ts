import { toList } from '../../codec.ts'
import type { CompanyPlan } from './company-rows.ts'
import type { Making } from './making.ts'
import { demoMailDomain, mailName } from './people.ts'
import { randomFrom } from './random.ts'

const staff: Readonly<Record<CompanyPlan['size'], readonly [number, number]>> = {
  '1': [1, 1],
  '2-9': [2, 9],
  '10-49': [10, 49],
  '50-249': [50, 249],
  '250+': [250, 900],
}
const origins = ['CI', 'CI', 'CI', 'CI', 'FR', 'LB', 'TN', 'MA', 'SN'] as const

/** Makes what a chamber knows of a firm beside its name: more of those that it has visited. */
export function companyFactMaker({ calendar }: Pick<Making, 'calendar'>) {
  const random = randomFrom('company facts')
  let count = 0
  return (plan: Pick<CompanyPlan, 'name' | 'size' | 'verified' | 'daysOld'>) => {
    count += 1
    const [least, most] = staff[plan.size]
    const known = (share: number) => random.chance(plan.verified ? share : share / 3)
    const roles = [
      ...(random.chance(0.8) ? ['employer'] : []),
      ...(random.chance(0.45) ? ['intern-host'] : []),
      ...(random.chance(0.2) ? ['trainer'] : []),
      ...(random.chance(0.15) ? ['buyer'] : []),
      ...(random.chance(0.1) ? ['mentor'] : []),
      ...(random.chance(0.04) ? ['investor'] : []),
    ]
    const founded = calendar.now.getUTCFullYear() - random.between(1, 32)
    return {
      headcount: known(0.8) ? random.between(least, most) : null,
      founded_year: known(0.6) ? founded : null,
      capital_origin: known(0.5) ? random.pick(origins) : null,
      roles: toList(known(0.9) ? roles : []),
      phone: known(0.9) ? `+2250700000${String(count % 1000).padStart(3, '0')}` : null,
      email: known(0.7) ? `contact.${mailName(plan.name)}@${demoMailDomain}` : null,
      visibility: 'public' as const,
      // A year from the day it was seen; renewed where that is over, and some about to end.
      verified_until: plan.verified
        ? calendar.day(Math.max(9 + (count % 150), 369 - plan.daysOld))
        : null,
    }
  }
}
