import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './icon.examples.tsx';

checkExamples(examples);
