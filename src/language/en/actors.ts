/**
 * Heads of phrases for those who act, singular, by what they are: within a row one may be called by another's word, across
 * rows they are two. A word in no row tells nothing.
 */
const ROWS = `treasury exchequer
ministry department
court judge justice bench tribunal magistrate
city town council municipality
region province county district
state government cabinet
police policeman policewoman constable
army soldier troop military
company firm operator owner manufacturer maker
union
hospital clinic
church parish
university school college
bank lender
insurer
party
parliament assembly senate lawmaker legislator deputy
brigade firefighter
passenger traveller traveler rider commuter
taxpayer
customer consumer
tenant
parent mother father
child youngster kid minor pupil teenager
farmer
fisherman skipper
mayor
minister
governor
president
prosecutor
manager
foreman
leader
spokesman spokeswoman spokesperson
chairman chairwoman chair
inspector
auditor
doctor physician surgeon
nurse
teacher
driver
captain
engineer`;

export const ACTOR_ROWS: ReadonlyMap<string, number> = new Map(
  ROWS.split('\n').flatMap((row, index) => row.split(' ').map((word): [string, number] => [word, index])),
);
