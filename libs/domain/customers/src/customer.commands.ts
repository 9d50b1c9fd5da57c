import { command, Fits, Required } from '@annals/command-bus';
import { consent, contactPreference, need, profile, profileChanges } from '@annals/contracts-customers';
import type { Consent, ContactPreference, CustomerProfile, Need, ProfileChanges } from '@annals/contracts-customers';
import { day, id, instant, label, staff, type Staff } from '@annals/contracts-values';
import { IsInt, Min } from 'class-validator';

export class RegisterCustomer extends command('RegisterCustomer') {
  @Fits(id) readonly customerId!: string;
  @Fits(profile.shape.kind) readonly kind!: CustomerProfile['kind'];
  @Fits(profile.shape.name) readonly name!: string;
  @Fits(profile.shape.code) readonly code?: CustomerProfile['code'];
  @Fits(profile.shape.roles) readonly roles!: CustomerProfile['roles'];
  @Fits(profile.shape.organisationCode) readonly organisationCode?: CustomerProfile['organisationCode'];
  @Fits(profile.shape.taxNumber) readonly taxNumber?: CustomerProfile['taxNumber'];
  @Fits(profile.shape.businessLicence) readonly businessLicence?: CustomerProfile['businessLicence'];
  @Fits(profile.shape.email) readonly email?: CustomerProfile['email'];
  @Fits(profile.shape.phone) readonly phone?: CustomerProfile['phone'];
  @Fits(profile.shape.fax) readonly fax?: CustomerProfile['fax'];
  @Fits(profile.shape.website) readonly website?: CustomerProfile['website'];
  @Fits(profile.shape.industry) readonly industry?: CustomerProfile['industry'];
  @Fits(profile.shape.department) readonly department?: CustomerProfile['department'];
  @Fits(profile.shape.region) readonly region?: CustomerProfile['region'];
  @Fits(profile.shape.customerSince) readonly customerSince?: CustomerProfile['customerSince'];
  @Fits(profile.shape.addresses) readonly addresses?: CustomerProfile['addresses'];
  @Fits(profile.shape.contactPersons) readonly contactPersons?: CustomerProfile['contactPersons'];
  @Fits(profile.shape.geographic) readonly geographic?: CustomerProfile['geographic'];
  @Fits(profile.shape.demographic) readonly demographic?: CustomerProfile['demographic'];
  @Fits(profile.shape.psychographic) readonly psychographic?: CustomerProfile['psychographic'];
  @Fits(profile.shape.value) readonly value?: CustomerProfile['value'];
  @Fits(profile.shape.attributes) readonly attributes?: CustomerProfile['attributes'];
}

/** `changes` are new values by path of the profile, such as `phone` and `geographic.country`; `null` removes. */
export class ChangeData extends command('ChangeData') {
  @Fits(id) readonly customerId!: string;
  @Fits(profileChanges) readonly changes!: ProfileChanges;
  @Fits(label.optional()) readonly source?: string;
  @Fits(day.optional()) readonly effectiveDate?: string;
}

export class AssignOwner extends command('AssignOwner') {
  @Fits(id) readonly customerId!: string;
  @Fits(staff) readonly owner!: Staff;
}

export class RecordNeed extends command('RecordNeed') {
  @Fits(id) readonly customerId!: string;
  @Fits(need.shape.needId) readonly needId!: string;
  @Fits(need.shape.description) readonly description!: string;
  @Fits(need.shape.duration) readonly duration!: Need['duration'];
  @Fits(need.shape.product) readonly product?: Need['product'];
  @Fits(need.shape.until) readonly until?: Need['until'];
}

/** The whole preference: what is left out does not hold any more. */
export class SetContactPreference extends command('SetContactPreference') {
  @Fits(id) readonly customerId!: string;
  @Fits(contactPreference.shape.preferredChannel) readonly preferredChannel?: ContactPreference['preferredChannel'];
  @Fits(contactPreference.shape.language) readonly language?: ContactPreference['language'];
  @Fits(contactPreference.shape.doNotContact) readonly doNotContact!: boolean;
  @Fits(contactPreference.shape.quietHours) readonly quietHours?: ContactPreference['quietHours'];
  @Fits(contactPreference.shape.frequencyCap) readonly frequencyCap?: ContactPreference['frequencyCap'];
  @Fits(contactPreference.shape.contactEveryDays) readonly contactEveryDays?: ContactPreference['contactEveryDays'];
}

export class GiveConsent extends command('GiveConsent') {
  @Fits(id) readonly customerId!: string;
  @Fits(consent.shape.channel) readonly channel!: Consent['channel'];
  @Fits(consent.shape.purpose) readonly purpose!: Consent['purpose'];
  @Fits(consent.shape.evidence) readonly evidence?: Consent['evidence'];
  @Fits(consent.shape.expiresAt) readonly expiresAt?: Consent['expiresAt'];
}

export class WithdrawConsent extends command('WithdrawConsent') {
  @Fits(id) readonly customerId!: string;
  @Fits(consent.shape.channel) readonly channel!: Consent['channel'];
  @Fits(consent.shape.purpose) readonly purpose!: Consent['purpose'];
}

export class MarkLost extends command('MarkLost') {
  @Fits(id) readonly customerId!: string;
  @Required() @Fits(label) declare readonly reason: string;
  @Fits(label.optional()) readonly competitor?: string;
}

export class WinBack extends command('WinBack') {
  @Fits(id) readonly customerId!: string;
  @Required() @Fits(label) declare readonly reason: string;
}

/** Issued by the clock, when nothing was heard of a customer for long. */
export class NoteSilence extends command('NoteSilence') {
  @Fits(id) readonly customerId!: string;
  @Fits(instant) readonly lastActivityAt!: string;
  @IsInt() @Min(1) readonly silentDays!: number;
}
