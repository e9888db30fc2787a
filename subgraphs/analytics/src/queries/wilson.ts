/**
 * The lower bound of the Wilson score interval at 95 % (z = 1.96; E. B. Wilson, 1927) of `error_rate` over `reviews`, so that nine
 * errors in ten reviews stand before one error in one. An expression in the same SELECT.
 */
export const certainRate = `(error_rate + 3.8416 / (2 * reviews)
        - 1.96 * sqrt((error_rate * (1 - error_rate) + 3.8416 / (4 * reviews)) / reviews)) / (1 + 3.8416 / reviews)`;
