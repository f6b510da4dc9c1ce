import type { TemplateOwnersQuery } from '../../gql/templates';
import type { TemplateScope } from '../../gql/schema';

export const SCOPES = ['PERSON', 'FACTION', 'BODY'] as const satisfies readonly TemplateScope[];

/** The fields of a template, as the form names them; the server knows them in English too. */
export const FIELDS = ['имя', 'заявитель', 'номер', 'обращение', 'тема', 'адрес', 'поступило', 'срок', 'дата', 'депутат', 'орган'];

/** Whose a new template can be, as the value of a list: `BODY <id>`, `FACTION <id>`. */
export interface Owner {
  value: string;
  scope: 'BODY' | 'FACTION';
  id: string;
  name: string;
  body: string;
}

/** Bodies and factions of the viewer's regions; null means every region. */
export function ownersOf(bodies: TemplateOwnersQuery['bodies'], regions: readonly string[] | null): Owner[] {
  return bodies
    .filter(({ region }) => regions === null || regions.includes(region.code))
    .flatMap((body) => [
      { value: `BODY ${body.id}`, scope: 'BODY' as const, id: body.id, name: body.name, body: body.name },
      ...body.factions.map((faction) => ({ value: `FACTION ${faction.id}`, scope: 'FACTION' as const, id: faction.id, name: faction.name, body: body.name })),
    ]);
}
