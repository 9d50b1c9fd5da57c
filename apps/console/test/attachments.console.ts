import { Product } from './product.js';
import { sendForm } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.register('海澜水泵', 'end-customer');
  await product.openDeal({ dealId: 'pumps', title: 'Pumps' });
});
afterAll(() => product?.stop());

it('has its files on the page of a deal, attached, downloaded and removed', async () => {
  const page = await product.open('/deals/pumps', 'admin');
  const section = page.locator('section', { hasText: 'Attachments' }).last();
  await section.getByText('No file is attached.').waitFor();
  const [name, buffer] = ['合同.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n')];
  await section.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  const link = section.getByRole('link', { name });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe(name);
  await section.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
  await section.getByText('the content is not of that type').waitFor();
  await section.getByRole('button', { name: `Remove ${name}` }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Reason').fill('Of another deal.');
  await sendForm(drawer);
  await section.getByText('No file is attached.').waitFor();
});
