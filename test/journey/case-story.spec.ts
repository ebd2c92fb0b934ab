import type { Browser, Page } from 'playwright-core';
import { signIn } from '../../bench/api-session';
import { axeFindings, browserIsInstalled, openBrowser, visit, type Visitor } from './browser';
import { newHome, startProduct, type Product } from './product';

const browsers = browserIsInstalled ? ['Chromium'] : [];
const PORT = 3189;
const GOALS = ['Quiero un lugar nuestro', 'Quiero que Benicio empiece la escuela', 'Quiero aprender inglés'];

describe.each(browsers)('a family in %s, from an offer to a signed plan', () => {
  let product: Product;
  let browser: Browser;
  let caseworker: Visitor;
  let page: Page;
  let caseAddress: string;

  beforeAll(async () => {
    product = await startProduct(newHome(), PORT);
    browser = await openBrowser();
    caseworker = await visit(browser, product.url);
    page = caseworker.page;
    await arrive();
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await product.stop();
    product.remove();
  }, 60_000);

  /** A mother and her son whom the coordinator met at the door. */
  const arrive = async (): Promise<void> => {
    const coordinator = await signIn(PORT, 'coordinator');
    const siteId = coordinator.sites[0]?.id ?? '';
    const mother = await coordinator.post<{ id: string }>('/api/people', { siteId, givenNames: 'Almendra', familyNames: 'Zuquilini', birthDate: '1990-04-02', sex: 'female', languageSpoken: 'es' });
    const son = await coordinator.post<{ id: string }>('/api/people', { siteId, givenNames: 'Benicio', familyNames: 'Zuquilini', birthDate: '2016-04-02', sex: 'male', languageSpoken: 'es' });
    await coordinator.post('/api/parties', { siteId, members: [{ personId: mother.id, relation: 'head' }, { personId: son.id, relation: 'child' }] });
  };
  const look = async (visitor = caseworker): Promise<void> => {
    await visitor.page.waitForLoadState('networkidle');
    expect(await axeFindings(visitor.page)).toEqual([]);
  };
  const enter = async (visitor: Visitor, account: string): Promise<void> => {
    await visitor.page.goto('/sign-in');
    await visitor.page.locator('input[type=email]').fill(account);
    await visitor.page.locator('input[type=password]').fill('posada-demo-1');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.waitForURL((url) => url.pathname.split('/').length > 2);
  };
  const tab = (name: string): Promise<void> => page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
  const dialog = () => page.getByRole('dialog');

  it('begins the day of a caseworker with what is due', async () => {
    await enter(caseworker, 'caseworker@frontera.example');

    await page.getByRole('heading', { name: 'My day', level: 1 }).waitFor();
    await page.getByRole('heading', { name: /Steps that are due/ }).waitFor();
    await look();
  }, 60_000);

  it('asks for consent in plain words, and offers a program with every rule shown', async () => {
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Find people' }).fill('Almendra Sukilini');
    await page.getByRole('link', { name: /Almendra Zuquilini/ }).first().click();
    await page.getByRole('button', { name: 'Read and ask' }).click();
    await dialog().getByLabel('Help over a longer time').check();
    await dialog().getByText('Yes', { exact: true }).first().click();
    await dialog().getByText('spoken, I am the witness').click();
    await look();
    await dialog().getByRole('button', { name: 'Save the answers' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('main').getByRole('link', { name: 'Programs' }).first().click();
    await page.getByRole('button', { name: 'Offer a program' }).click();
    await dialog().getByText('In removal proceedings (Notice to Appear)').click();
    await dialog().getByText('Case Management Pilot Program, round of 2024').click();
    await look();
    await dialog().getByRole('button', { name: 'Offer it' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'They agree' }).click();
    await page.getByRole('link', { name: 'Open a case' }).waitFor();
    await look();
  }, 90_000);

  it('opens a case', async () => {
    await page.getByRole('link', { name: 'Open a case' }).click();
    await dialog().getByRole('button', { name: 'Open a case' }).waitFor();
    await look();
    await dialog().getByRole('button', { name: 'Open a case' }).click();

    await page.getByRole('heading', { name: 'At a glance' }).waitFor();
    caseAddress = new URL(page.url()).pathname;
    await look();
  }, 60_000);

  it('writes a plan with three goals in her words and signs it on the screen', async () => {
    await tab('Plan');
    await page.getByLabel('An empty sheet').check();
    await page.getByRole('button', { name: 'Start plan' }).click();
    for (const words of GOALS) {
      await page.getByLabel('What they want, in their own words').fill(words);
      await page.getByRole('button', { name: 'Add goal' }).click();
      await page.getByRole('heading', { name: words }).waitFor();
    }
    await look();
    await page.getByRole('button', { name: 'Read and sign' }).click();
    const sheet = await dialog().locator('canvas').boundingBox();
    if (!sheet) throw new Error('there is nothing to sign on');
    await page.mouse.move(sheet.x + 20, sheet.y + 40);
    await page.mouse.down();
    await page.mouse.move(sheet.x + 140, sheet.y + 60, { steps: 10 });
    await page.mouse.move(sheet.x + 170, sheet.y + 30, { steps: 10 });
    await page.mouse.up();
    await look();
    await dialog().getByRole('button', { name: 'Save signature' }).click();
    await dialog().waitFor({ state: 'detached' });

    await page.getByText('Signed', { exact: true }).first().waitFor();
    await look();
  }, 90_000);

  it('prints the plan for her without a case word on its first page', async () => {
    await page.getByRole('link', { name: 'Print copy' }).click();

    await page.getByText(GOALS[0] ?? '').first().waitFor();
    await look();
  }, 60_000);

  it('rates eighteen domains with the keyboard', async () => {
    await page.goto(caseAddress);
    await tab('Assessments');
    await page.getByRole('button', { name: 'Begin an assessment' }).click();
    await dialog().getByLabel('Which one').selectOption({ label: 'Self-sufficiency matrix' });
    await dialog().getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('heading', { name: 'Self-sufficiency matrix', level: 1 }).waitFor();
    await page.getByRole('main').locator('fieldset').first().getByRole('radio').first().focus();
    for (let domain = 0; domain < 18; domain++) await page.keyboard.press('2');
    await look();
    await page.getByRole('button', { name: 'Finish', exact: true }).click();

    await page.getByText('Final', { exact: true }).first().waitFor();
    await look();
  }, 90_000);

  it('shows notes, milestones, programs, consents and files of the case', async () => {
    for (const name of ['Notes', 'Milestones', 'Programs', 'Consents', 'Files']) {
      await tab(name);
      await page.waitForURL(new RegExp(`/${name.toLowerCase()}$`));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look();
    }
  }, 90_000);

  it('shows the supervisor who carries how much, in Spanish on a dark phone, and what the program came to', async () => {
    const supervisor = await visit(browser, product.url, { width: 390, height: 800, dark: true, language: 'es' });
    await enter(supervisor, 'supervisor@interior.example');
    const site = new URL(supervisor.page.url()).pathname.split('/')[1] ?? '';
    for (const path of ['my-day', 'cases', 'caseloads', 'programs']) {
      await supervisor.page.goto(`/${site}/${path}`);
      await supervisor.page.getByRole('heading', { level: 1 }).waitFor();
      await look(supervisor);
    }
    expect(supervisor.mistakes).toEqual([]);
    await supervisor.context.close();
  }, 120_000);

  it('computes the measures of the pilot program and opens one to its rows', async () => {
    const administrator = await visit(browser, product.url, { language: 'es' });
    await enter(administrator, 'grants@frontera.example');
    const { page: screen } = administrator;
    await screen.getByRole('link', { name: 'Informes' }).click();
    await screen.getByRole('button', { name: /Nuevo informe|Pedir/ }).first().click();
    const choice = screen.getByRole('dialog').getByRole('combobox').first();
    const wanted = await choice.locator('option', { hasText: 'Case Management Pilot Program, round of 2024' }).first().getAttribute('value');
    await choice.selectOption(wanted ?? '');
    await screen.getByRole('dialog').getByRole('button', { name: /Calcular|Pedir/ }).click();
    await screen.getByRole('heading', { name: 'Alcance', exact: true }).waitFor({ timeout: 60_000 });
    await look(administrator);
    await screen.getByRole('article', { name: 'Alcance', exact: true }).getByRole('link').first().click();
    await screen.getByRole('table').waitFor();
    await look(administrator);
    expect(administrator.mistakes).toEqual([]);
  }, 150_000);

  it('made no mistake on any page', () => {
    expect(caseworker.mistakes).toEqual([]);
  });
});
