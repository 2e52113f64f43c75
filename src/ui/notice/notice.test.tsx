import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './notice.examples.tsx';

checkExamples(examples);
