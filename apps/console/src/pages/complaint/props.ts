import type { Field } from '../../api/catalogue.js';
import type { Complaint } from '../complaints/use-take.js';

/** A complaint that was read, and what its fields are called. */
export type ShownProps = { readonly complaint: Complaint; readonly fields: readonly Field[] };
