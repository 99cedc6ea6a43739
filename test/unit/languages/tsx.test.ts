import { symbolCheck } from './symbolCheck';

describe('symbols of TSX', () => {
  const check = symbolCheck('a.tsx');

  check('export function View() { return <p onClick={() => 1}/>; }', 'function View');
  check('const View = ({ a }: P) => <p>{a}</p>;', 'function View');
  check('class A extends B<P> { render = () => <p/>; }', 'class A, method A.render');
});
