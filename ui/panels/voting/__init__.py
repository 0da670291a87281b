"""The panel of voting: starting rounds, giving dots card by card, results, and taking the first ones on."""
