import { isListed, type View } from '@annals/event-sourcing';
import { annalsCatalogue, configurationOf } from './index.js';

const { aggregates, views, page } = annalsCatalogue(configurationOf({}));

const streams = aggregates.map(({ folds: [own] }) => own!.types);

/** The types of events in the streams of which the view reads some: those that every aggregate over such a stream knows. */
const ownTypes = ({ on }: Pick<View<never, object>, 'on'>) =>
  streams
    .filter((types) => types.some((type) => type in on))
    .reduce((some, types) => some.filter((type) => types.includes(type)));

const ofPage = Object.values(page).flatMap(({ part }) =>
  part.revision ? Object.values(part.reads).map(({ view }) => view) : [],
);
const ofRecords = views.filter(isListed).filter(({ revision }) => revision);

it.each([...ofRecords, ...ofPage].map((view) => [view.name, view] as const))(
  'the revision in the view %s is that of the stream, whatever happens there',
  (_, view) => expect(Object.keys(view.on)).toEqual(expect.arrayContaining([...ownTypes(view)])),
);

it('has a revision of every record that can be read alone', () => {
  const without = views.filter(isListed).filter(({ list, revision }) => list.record.one !== null && !revision);
  expect(without.map(({ name }) => name)).toEqual([]);
  expect(ofPage.map(({ name }) => name)).toEqual(['customer-file']);
});
