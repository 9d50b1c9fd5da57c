import { replaceAt, type Contract, type Event, type Origin, type PersonalField } from '@annals/event-sourcing';
import { CATALOGUE, type Catalogue, type Slice } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import { hidden, MASK } from './mask.js';

/**
 * Events for those who may not see personal values. Who looks after a customer is known to colleagues; in events of slices
 * that are about the installation alone, such as the organisation, the names of employees are masked, too.
 */
@Injectable()
export class EventMask {
  private readonly fieldsByType: ReadonlyMap<string, readonly PersonalField[]>;

  constructor(@Inject(CATALOGUE) { slices }: Pick<Catalogue, 'slices'>) {
    const fields = slices.flatMap((slice) =>
      slice.events.map((event) => [event.type, maskedFields(slice, event)] as const),
    );
    this.fieldsByType = new Map(fields);
  }

  /** Without its personal values, or without any if nobody has said which of them are personal. */
  masked<E extends Event & Pick<Origin, 'reason'>>(event: E): E {
    const fields = this.fieldsByType.get(event.type);
    const data = fields?.reduce((at, { path }) => replaceAt(at, path, hidden), event.data) ?? {};
    return { ...event, data, ...(event.reason === undefined ? {} : { reason: MASK }) };
  }
}

const maskedFields = ({ rights }: Slice, { personalFields }: Contract) => {
  const isAboutCustomers = Object.values(rights).some(({ about }) => about === 'customers');
  return personalFields.filter(({ whose }) => !isAboutCustomers || whose !== 'employee');
};
