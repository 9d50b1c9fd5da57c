import { command } from '@annals/command-bus';
import { accessReason, handOverId, userId } from '@annals/contracts-organisation';
import { field, namesUser, staff } from '@annals/contracts-values';
import { z } from 'zod';

const heirs = field(z.array(namesUser(staff)).min(1).max(50), { en: 'To', zh: '接手人' }, { example: [{ id: 'max' }] });

export class HandOver extends command(
  'HandOver',
  { userId, handOverId, to: heirs, reason: accessReason },
  {
    post: 'users/:userId/hand-overs',
    summary: { en: "Hand a user's work over to others", zh: '交接用户的工作' },
    description: {
      en: 'Customers, open deals and open complaints of the user go to the users of `to`, all that belongs to one customer to the same. It is done in the background: `responsibilities` in the receipt counts what is to be handed over, and the responsibilities of the user count what is left. For a unit, name its users: an owner is a person. What was assigned to another meanwhile stays there.',
      zh: '该用户负责的客户、进行中的商机和投诉转给 `to` 中的用户，同一客户的全部工作转给同一人。交接在后台进行：回执中的 `responsibilities` 为待交接的数量，尚未交接的见该用户的职责清单。负责人须为个人；交给部门或团队时，请列出其中的用户。其间已另行指派的不变。',
    },
    needs: 'organisation.manage',
    about: null,
    creates: 'handOverId',
    countsWorkOf: 'userId',
  },
) {}
