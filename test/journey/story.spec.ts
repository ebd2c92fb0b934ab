import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { axeFindings, browserIsInstalled, openBrowser, visit, type Visitor } from './browser';
import { plantedIn, plantedInFiles } from './planted-in-files';
import { newHome, startProduct, type Product } from './product';

// Names that nobody else in the demo has, so that they can be looked for afterwards.
const planted = ['Zorrilda', 'Quenteros', 'Wyxquim', '219876543', '7135550142', 'Padrinovsky', 'Xochilmaria', 'Hinojales'];

const manifest = [
  'Bus list,,,,,,,,',
  'No.,Apellidos,Nombres,F. Nac.,A#,Nationality,Sex,Fam. Unit,Language',
  '1,QUENTEROS LARA,ZORRILDA,25/3/1991,A 219-876-543,HN,F,1,Spanish',
  '2,QUENTEROS LARA,TOMASINO,14/8/1989,A 219-876-544,HN,M,1,Spanish',
  '3,QUENTEROS LARA,NELIDA,31/2/2015,,HN,F,1,Spanish',
  '4,WYXQUIM,,13/1/1996,A 219-876-545,GT,M,2,Spanish',
].join('\r\n');

// Where there is no browser, the pages cannot be walked; everything below the screen has specs of its own.
const browsers = browserIsInstalled ? ['Chromium'] : [];

describe('looking for planted values', () => {
  it('finds them in any spelling that a file may hold', () => {
    for (const content of ['… Zorrilda …', '… ZORRILDA …', encodeURIComponent('Zorrilda'), Buffer.from('Zorrilda').toString('hex')]) {
      expect(plantedIn(Buffer.from(content), ['Zorrilda'])).toEqual(['Zorrilda']);
    }
    expect(plantedIn(Buffer.from('Zorrilda', 'utf16le'), ['Zorrilda'])).toEqual(['Zorrilda']);
    expect(plantedIn(Buffer.from('nothing of that kind'), ['Zorrilda'])).toEqual([]);
  });
});

describe.each(browsers)('a night in %s, from the bus to the figures of the quarter', () => {
  let product: Product;
  let browser: Browser;
  let coordinator: Visitor;
  let administrator: Visitor;
  let page: Page;
  const home = newHome();
  let output = '';

  const look = async (visitor: Visitor): Promise<void> => {
    await visitor.page.waitForLoadState('networkidle');
    expect(await axeFindings(visitor.page)).toEqual([]);
  };

  beforeAll(async () => {
    product = await startProduct(home, 3187);
    browser = await openBrowser();
    coordinator = await visit(browser, product.url);
    page = coordinator.page;
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await product.stop();
    product.remove();
  }, 60_000);

  it('signs the coordinator in with a demo sign-in and shows her day', async () => {
    await signIn(page, 'coordinator@frontera.example');

    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Beds tonight' }).waitFor();
    await look(coordinator);
  }, 60_000);

  it('stages an uploaded list, mends a row, and admits the good ones', async () => {
    const file = join(home, 'bus.csv');
    writeFileSync(file, manifest, 'latin1');

    await goTo(page, 'Arrivals');
    await look(coordinator);
    await page.getByRole('button', { name: 'Upload a list' }).click();
    await page.setInputFiles('input[type=file]', file);
    await page.getByRole('button', { name: 'Upload list' }).click();
    await page.getByText('There is no such day in the calendar.').waitFor();
    await look(coordinator);
    await page.getByRole('button', { name: 'Mend' }).first().click();
    await page.getByLabel(/birth/i).fill('2015-02-28');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Admit 4 people' }).click();
    await page.getByRole('button', { name: 'Admit', exact: true }).click();
    await page.getByText('4 people were admitted').waitFor();
    await look(coordinator);
  }, 90_000);

  it('changes nothing when the same file comes twice', async () => {
    await goTo(page, 'Arrivals');
    await page.getByRole('button', { name: 'Upload a list' }).click();
    await page.setInputFiles('input[type=file]', join(home, 'bus.csv'));
    await page.getByRole('button', { name: 'Upload list' }).click();

    await page.getByText('This list had been uploaded before.').waitFor();
    await page.getByRole('button', { name: /^Admit \d/ }).waitFor({ state: 'detached' });
  }, 60_000);

  it('finds people by a misspelt name, and asks whether a child is safe before a bed is given', async () => {
    await goTo(page, 'People');
    await page.getByRole('searchbox', { name: 'Find people' }).fill('Sorilda Kenteros');
    await look(coordinator);
    await page.getByRole('link', { name: /Zorrilda Quenteros/ }).click();
    await page.getByRole('heading', { name: /Zorrilda Quenteros/, level: 1 }).waitFor();
    await look(coordinator);
    await page.getByRole('main').getByRole('link', { name: /P-\d+/ }).first().click();
    await page.getByRole('heading', { name: /^Party P-/, level: 1 }).waitFor();
    await look(coordinator);
    await page.getByRole('button', { name: 'Decide the review' }).click();
    await page.getByRole('dialog').getByText('Safe: clear it').click();
    await page.getByRole('dialog').getByRole('textbox').fill('Both parents travel with her; papers seen.');
    await look(coordinator);
    await page.getByRole('button', { name: 'Save the decision' }).click();
    await page.getByText('Cleared').first().waitFor();
  }, 90_000);

  it('gives the party beds, all of them or none', async () => {
    await goTo(page, 'Beds');
    await look(coordinator);
    await giveBeds(page, 'Quenteros');
    await page.getByText(/^P-\d+ has 3 beds/).waitFor();
    await giveBeds(page, 'Wyxquim');
    await page.getByText(/^P-\d+ has a bed/).waitFor();
    await page.getByText('Nights', { exact: true }).click();
    await page.getByText('Zorrilda Quenteros').first().waitFor();
    await look(coordinator);
  }, 90_000);

  it('takes in a family by hand, and loses nothing to a reload or a session that ends in the middle', async () => {
    await goTo(page, 'People');
    await page.getByRole('link', { name: 'New intake' }).click();
    await page.getByRole('heading', { name: 'Intake', level: 1 }).waitFor();
    const field = (person: number, label: string): Locator => page.getByRole('group', { name: `Person ${person}` }).getByLabel(label, { exact: true });
    await field(1, 'Given names').fill('Xochilmaria');
    await field(1, 'Family names').fill('Hinojales');
    await field(1, 'Birth date').fill('1990-04-17');
    await field(1, 'Speaks').selectOption({ label: 'Spanish' });
    await page.getByText(/^Saved at/).waitFor();
    await page.reload();
    await field(1, 'Birth date').waitFor();
    expect(await field(1, 'Given names').inputValue()).toBe('Xochilmaria');

    await coordinator.context.clearCookies();
    await page.getByRole('button', { name: 'Add another person' }).click();
    await field(2, 'Given names').fill('Benitillo');
    const again = page.getByRole('dialog', { name: 'Please sign in again' });
    await again.getByLabel('Password', { exact: true }).fill('posada-demo-1');
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.waitFor({ state: 'detached' });
    expect([await field(1, 'Given names').inputValue(), await field(2, 'Given names').inputValue()]).toEqual(['Xochilmaria', 'Benitillo']);
    await field(2, 'Birth date').fill('2019-09-02');
    await field(2, 'Relation to the head').selectOption({ label: 'child' });
    await page.getByLabel('I read this to them in their language').check();
    await look(coordinator);
    await page.getByRole('button', { name: 'Record 2 people' }).click();
    await page.getByRole('heading', { name: /^Party P-/, level: 1 }).waitFor();
    await page.getByText('Benitillo Hinojales').first().waitFor();
    await look(coordinator);
  }, 120_000);

  it('logs a meal for the party in two taps, and takes it back', async () => {
    await goTo(page, 'Services');
    await page.getByRole('button', { name: 'Snack or travel meal' }).click();
    await page.getByRole('button', { name: /Quenteros/ }).first().click();
    await page.getByText(/Snack or travel meal: .*3 people/).first().waitFor();
    await look(coordinator);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await page.getByText('Taken back.').first().waitFor();
    await page.getByRole('button', { name: /Quenteros/ }).first().click();
  }, 90_000);

  it('counts the house, and does not save a difference without an explanation', async () => {
    await goTo(page, 'Beds');
    await page.getByRole('link', { name: 'Headcount' }).click();
    await page.getByLabel('How many did you count?').fill('1');
    const why = page.getByLabel('Why is it different?');
    await why.waitFor();
    await look(coordinator);
    await why.fill('Most of them are still at the bus station.');
    await page.getByRole('button', { name: 'Save count' }).click();
    await page.getByText('The count is saved.').waitFor();
  }, 60_000);

  it('plans the onward trip with a sealed sponsor, and prints the list of the shift', async () => {
    await goTo(page, 'Departures');
    await page.getByRole('listitem').filter({ hasText: 'Wyxquim' }).getByRole('button', { name: /Plan a trip/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('City').fill('Lakewood');
    await dialog.getByLabel('Leaving time').fill('23:50');
    await dialog.getByLabel('Name of the sponsor').fill('Padrinovsky');
    await dialog.getByLabel('Telephone').fill('713 555 0142');
    await look(coordinator);
    await dialog.getByRole('button', { name: 'Save trip' }).click();
    await page.getByRole('article', { name: /Trip to Lakewood/ }).waitFor();
    await page.getByRole('link', { name: 'Traveller list' }).click();
    await page.getByText('Lakewood').first().waitFor();
    await look(coordinator);
  }, 90_000);

  it('computes the quarter for the grant administrator, in her language, and opens a figure to its rows', async () => {
    administrator = await visit(browser, product.url);
    const desk = administrator.page;
    await signIn(desk, 'grants@frontera.example');
    await goTo(desk, 'Informes');
    await desk.getByRole('button', { name: 'Nuevo informe' }).first().click();
    await look(administrator);
    const program = desk.getByRole('dialog').getByRole('combobox').first();
    await program.selectOption((await program.locator('option', { hasText: 'Shelter and Services Program FY2024' }).first().getAttribute('value')) ?? '');
    await desk.getByRole('button', { name: 'Calcular informe' }).click();
    await desk.getByText('Definitivo y sin cambios').waitFor({ timeout: 60_000 });
    await look(administrator);
    const meals = desk.getByRole('article', { name: 'Comidas servidas' });
    await meals.getByRole('link', { name: 'Contadas' }).click();
    await desk.getByRole('link', { name: 'Volver al informe' }).waitFor();
    await look(administrator);
  }, 120_000);

  it('leads an administrator to everything that is set up, in her language, on a phone and in the dark', async () => {
    const phone = await visit(browser, product.url, { width: 390, height: 800, dark: true });
    await signIn(phone.page, 'admin@frontera.example');
    for (const title of ['Sitio y capacidades', 'Cuartos y camas', 'Compañeros de trabajo', 'Catálogo de servicios', 'Programas']) {
      await phone.page.goto('/PUE/settings');
      await phone.page.getByRole('main').getByRole('link', { name: title }).click();
      await phone.page.getByRole('heading', { name: title, level: 1 }).waitFor();
      await look(phone);
      expect(await phone.page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    }
    expect(phone.mistakes).toEqual([]);
    await phone.context.close();
  }, 120_000);

  it('keeps everything through a stop and a second start', async () => {
    output += product.output();
    expect(await product.stop()).toBe(0);
    product = await startProduct(home, 3187);

    await signIn(page, 'coordinator@frontera.example');
    await goTo(page, 'People');
    await page.getByRole('searchbox', { name: 'Find people' }).fill('Hinojales');
    await page.getByRole('link', { name: /Xochilmaria Hinojales/ }).waitFor();
    output += product.output();
  }, 120_000);

  it('left no exception, no refused content and no broken answer on any page', () => {
    expect([...coordinator.mistakes, ...administrator.mistakes]).toEqual([]);
  });

  it('left nothing planted in the files of the database and the queue, in the log, or in an address', async () => {
    const addresses = [...coordinator.addresses, ...administrator.addresses].join('\n');

    expect(output).toContain('/api/people/search');
    expect(plantedIn(Buffer.from(output), planted)).toEqual([]);
    expect(plantedIn(Buffer.from(addresses), planted)).toEqual([]);
    expect(await plantedInFiles(join(product.dataDirectory, 'postgres'), planted)).toEqual([]);
  }, 120_000);

  it('would have found a name that was written in clear', async () => {
    await goTo(page, 'Arrivals');
    await page.getByRole('button', { name: 'Expect an arrival' }).click();
    await page.getByLabel('How many people').fill('5');
    await page.getByLabel('Bus company, agency or flight').fill('Klarschriftbus');
    await page.getByRole('button', { name: 'Save arrival' }).click();
    await page.getByText('Klarschriftbus').waitFor();

    expect(await plantedInFiles(join(product.dataDirectory, 'postgres'), ['Klarschriftbus'])).not.toEqual([]);
  }, 120_000);
});

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('posada-demo-1');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

async function giveBeds(page: Page, name: string): Promise<void> {
  // The last of the boxes that hold the name and the button is the party's own.
  await page.locator('div').filter({ hasText: name }).filter({ has: page.getByRole('button', { name: 'Give beds', exact: true }) }).last().getByRole('button', { name: 'Give beds', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Give \d beds?$/ }).click();
}
