import { Fits } from '@annals/command-bus/forms';
import { attachmentId, kind, records } from '@annals/contracts-attachments';
import { customerId } from '@annals/contracts-values';
import { IsOptional } from 'class-validator';
import type { z } from 'zod';

const { dealId, complaintId } = records.shape;

/** What a file is attached to, and what it is. */
export class NewAttachment {
  @Fits(customerId) readonly customerId!: string;
  @Fits(kind) readonly kind!: z.infer<typeof kind>;
  /** A deal of the customer. */
  @IsOptional() @Fits(dealId) readonly dealId?: string;
  /** A complaint of the customer. */
  @IsOptional() @Fits(complaintId) readonly complaintId?: string;
  /** Without one it follows from the Idempotency-Key. */
  @IsOptional() @Fits(attachmentId) readonly attachmentId?: string;
}
