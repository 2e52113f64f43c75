import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './steps.examples.tsx';

checkExamples(examples);
