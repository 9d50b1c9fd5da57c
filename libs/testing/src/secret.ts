import { mapPersonal, type Contract, type RecordedEvent } from '@annals/event-sourcing';

/** What stands in the place of every personal value in `secretly`. */
export const SECRET = 'a personal value';

/** The data of an event with a secret for each personal value; names of responsible employees are visible to colleagues. */
export const secretly = ({ type, data }: RecordedEvent, contracts: readonly Contract[]) => {
  const { personalFields = [] } = contracts.find((contract) => contract.type === type) ?? {};
  return mapPersonal(
    data,
    personalFields.filter(({ whose }) => whose !== 'employee'),
    () => SECRET,
  );
};
