import { customerStream } from '@annals/contracts-customers';
import { dealStream } from '@annals/contracts-deals';
import fc from 'fast-check';
import {
  about,
  anewForEachTest,
  carryOut,
  change,
  close,
  edit,
  events,
  importing,
  open,
  profileOf,
  register,
  shown,
  undo,
} from '../test/undoing.js';

anewForEachTest();

type Row = { readonly known: boolean; readonly deal: boolean; readonly edited: boolean; readonly dealEdited: boolean };
const anyRow = fc.record({ known: fc.boolean(), deal: fc.boolean(), edited: fc.boolean(), dealEdited: fc.boolean() });

const idOf = (run: number, index: number) => ({ customerId: `c-${run}-${index}`, dealId: `d-${run}-${index}` });

type Case = Row & ReturnType<typeof idOf>;

const commandsOf = ({ known, deal, dealEdited, customerId, dealId }: Case) => [
  known ? change(customerId, { name: 'Imported', email: `${customerId}@example.com` }) : register(customerId),
  ...(deal ? [open(dealId, customerId)] : []),
  ...(deal && !dealEdited ? [close(dealId)] : []),
];

const editAsUser = async ({ known, deal, edited, dealEdited, customerId, dealId }: Case) => {
  if (edited) await edit('ChangeData', { customerId, changes: { name: 'Edited' } });
  if (deal && dealEdited) await edit('ChangeDeal', { dealId, title: 'Edited' });
  if (known) await edit('ChangeData', { customerId, changes: { email: null } });
};

const byAnna = (type: string) => ({ why: 'edited', by: { type, actor: 'anna' } });

const outcomeOfDeal = ({ deal, dealEdited }: Case) =>
  !deal ? [] : dealEdited ? [{ outcome: 'kept', kept: byAnna('DealChanged') }] : [{ outcome: 'withdrawn' }];

const outcomeOf = ({ known, deal, edited, dealEdited }: Case) => {
  if (known) return { outcome: edited ? 'kept' : 'changed-back', kept: byAnna('CustomerDataChanged') };
  if (edited) return { outcome: 'kept', kept: byAnna('CustomerDataChanged') };
  return deal && dealEdited ? { outcome: 'kept', kept: { why: 'needed' } } : { outcome: 'withdrawn' };
};

const nameOf = ({ known, edited }: Case) => (edited ? 'Edited' : known ? 'Old' : 'Imported');

it('restores the state before an import, and keeps what was edited since, with the reason', async () => {
  let run = 0;
  const property = fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 4 }), async (rows) => {
    run += 1;
    const job = `crm-${run}`;
    const all = rows.map((each, index): Case => ({ ...each, ...idOf(run, index) }));
    for (const { known, customerId } of all) if (known) await carryOut([register(customerId, 'Old')], 'anna');
    for (const each of all) await importing(job, ...commandsOf(each));
    for (const each of all) await editAsUser(each);

    const undone = await undo(job);
    for (const each of all) {
      const { customerId, dealId } = each;
      expect(about(undone, dealStream(dealId))).toMatchObject(outcomeOfDeal(each));
      const expected = outcomeOf(each);
      expect(about(undone, customerStream(customerId))).toMatchObject([expected]);
      if (expected.outcome === 'withdrawn') expect(await shown(customerId)).toEqual([]);
      else expect(await profileOf(customerId)).toMatchObject({ name: nameOf(each) });
    }
    const after = await events();
    expect(await undo(job)).toEqual(undone);
    expect(await events()).toEqual(after);
  });
  await fc.assert(property, { numRuns: 25 });
});
