import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './tag.examples.tsx';

checkExamples(examples);
