import { intakeBody } from './intake-body';
import { ageOf, blankForm, blankMember, isWorthKeeping, readForm, type FormMember, type IntakeForm } from './intake-form';

const member = (over: Partial<FormMember>, like?: FormMember): FormMember => ({ ...blankMember(like), ...over });
const form = (members: FormMember[], over: Partial<IntakeForm> = {}): IntakeForm => ({ ...blankForm('2026-03-01'), members, ...over });
const bodyOf = (members: FormMember[], over: Partial<IntakeForm> = {}) => intakeBody(form(members, over), 'site', 'draft');

describe('the next member of a form', () => {
  it('has the family name and language of the one before', () => {
    const head = member({ familyNames: 'Portillo', languageSpoken: 'es', interpreterNeeded: true, givenNames: 'Maricela', needs: ['crib'] });

    expect(blankMember(head)).toMatchObject({ familyNames: 'Portillo', languageSpoken: 'es', interpreterNeeded: true, givenNames: '', needs: [] });
  });

  it('is nobody’s child until somebody says so', () => {
    expect(blankMember(member({}))).toMatchObject({ relation: '' });
    expect(blankMember()).toMatchObject({ relation: 'head' });
  });
});

describe('what is sent', () => {
  it('leaves out what nobody typed', () => {
    expect(bodyOf([member({ givenNames: ' Suharto ' })])).toEqual({
      siteId: 'site', draftId: 'draft', arrivedOn: '2026-03-01', keepTogether: true, members: [{ relation: 'head', givenNames: 'Suharto', familyNames: '' }],
    });
  });

  it('says for a child of the head what the head said, and nothing for other minors', () => {
    const answers = { sms: 'given', photo: 'refused', follow_up: 'later' } as const;
    const { members, conversation } = bodyOf([
      member({ givenNames: 'Rosa', languageSpoken: 'es', answers }),
      member({ givenNames: 'Luz', relation: 'child', birthDate: '2015-01-01' }),
      member({ givenNames: 'Ana', relation: 'cousin', birthDate: '2008-03-02', answers }),
      member({ givenNames: 'Eva', relation: 'cousin', birthDate: '2008-03-01', answers }),
    ]);

    const said = [{ purpose: 'sms', decision: 'given' }, { purpose: 'photo', decision: 'refused' }];
    expect(members.map((one) => one.answers)).toEqual([said, said, undefined, said]);
    expect(conversation).toEqual({ language: 'es', explained: 'read_aloud', captured: 'verbal' });
  });

  it('keeps an age without a date as about that many years', () => {
    expect(bodyOf([member({ givenNames: 'Rosa', age: '34' })]).members[0]).toMatchObject({ birthDate: '1992-03-01', birthDateQuality: 'approximate' });
    expect(ageOf(member({ age: '34' }), '2026-03-01')).toBe(34);
    expect(ageOf(member({ birthDate: '2008-03-02' }), '2026-03-01')).toBe(17);
  });

  it('names somebody who is known by their id alone', () => {
    expect(bodyOf([member({ personId: 'known', knownAs: 'Rosa P', givenNames: 'Rosa', birthDate: '1990-01-01', needs: ['crib'] })]).members).toEqual([{ relation: 'head', personId: 'known', needs: ['crib'] }]);
  });
});

describe('a draft', () => {
  it('opens again as it was typed, and survives a form of another time', () => {
    const typed = form([member({ givenNames: 'Rosa' })], { noticeRead: true });

    expect(readForm(JSON.stringify(typed), '2026-03-05')).toEqual(typed);
    expect(readForm('{"members":[{"givenNames":"Rosa"}]}', '2026-03-05')).toMatchObject({ arrivedOn: '2026-03-05', members: [{ givenNames: 'Rosa', needs: [] }] });
    expect(readForm('{}', '2026-03-05')).toBeNull();
    expect(readForm('nonsense', '2026-03-05')).toBeNull();
  });

  it('is not made of an empty form', () => {
    expect(isWorthKeeping(blankForm('2026-03-01'))).toBe(false);
    expect(isWorthKeeping(form([member({ givenNames: 'R' })]))).toBe(true);
  });
});
