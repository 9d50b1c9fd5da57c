import { subjectOf, type ReadContext } from '@annals/access';
import { havingTypes, LogCondition, recordOfStream, typesOf, type ListedView } from '@annals/event-sourcing';
import { Injectable, Optional } from '@nestjs/common';
import { customersIn, type ListForm } from './list-form.js';

type Incomplete = ReadonlyMap<string, string> | undefined;

/** Says which streams lack something that answers of lists and single records rest on. */
@Injectable()
export class Incompleteness {
  constructor(@Optional() private readonly log?: LogCondition) {}

  /** Of a list: those of the customers of its records, and of the customers that are asked for, whose records may be lost. */
  async ofList(
    view: ListedView,
    form: ListForm,
    documents: readonly object[],
    context: ReadContext,
  ): Promise<Incomplete> {
    if (!this.log || !isAboutCustomers(view)) return undefined;
    const shown = documents.flatMap((document) => subjectOf(view, document).customerId ?? []);
    const found = this.about(view, shown);
    for (const customerId of customersIn(form)) {
      const streams = this.about(view, [customerId]);
      if (streams.size > 0 && (await context.allows(view.list.needs, customerId)))
        streams.forEach((lacks, stream) => found.set(stream, lacks));
    }
    return found;
  }

  /** Of a record that has a revision: the stream of which that is; of another one, those of its customer. */
  ofRecord(view: ListedView, id: string, document: object): Incomplete {
    if (!this.log || !isAboutCustomers(view)) return undefined;
    const { customerId } = subjectOf(view, document);
    const found = this.about(view, customerId === null ? [] : [customerId]);
    if (!view.revision) return found;
    return new Map([...found].filter(([stream]) => recordOfStream(stream) === id));
  }

  private about(view: ListedView, customerIds: Iterable<string>): Map<string, string> {
    const restsOn = havingTypes(typesOf(view));
    return new Map([...new Set(customerIds)].flatMap((customerId) => [...this.log!.incomplete(customerId, restsOn)]));
  }
}

const isAboutCustomers = ({ fields }: ListedView) => 'customer' in fields;
