import { useNavigate } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { useCustomersTexts } from './texts.js';

const SHOWN = ['kind', 'name', 'roles', 'code', 'organisationCode', 'phone', 'email'];

/** A new customer; one that is probably known already is named by the answer. */
export const RegisterCustomer = ({ kind, onClose }: { readonly kind: string; readonly onClose: () => void }) => {
  const [t, navigate] = [useCustomersTexts(), useNavigate()];
  return (
    <CommandDrawer
      name="RegisterCustomer"
      action={t('register')}
      initial={{ kind, roles: ['prospect'], ifNoDuplicates: true }}
      shown={SHOWN}
      onDone={({ id }) => void navigate(addressOf.customer(id))}
      onClose={onClose}
    />
  );
};
